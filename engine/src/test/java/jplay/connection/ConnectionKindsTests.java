package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.connection.local.LocalKind;
import jplay.module.TaskFailure;
import org.junit.jupiter.api.Test;

class ConnectionKindsTests {
    private final LocalKind local = new LocalKind();
    private final ConnectionKinds kinds = new ConnectionKinds(List.of(local));

    @Test
    void knowsShortAndFullNames() {
        assertSame(local, kinds.named("local"));
        assertSame(local, kinds.named("ansible.builtin.local"));
    }

    @Test
    void saysWhichKindIsUnknown() {
        var unknown = assertThrows(TaskFailure.class, () -> kinds.named("locl"));
        assertEquals(
                "the connection plugin 'locl' was not found (did you mean 'local'?)",
                unknown.getMessage());
    }

    @Test
    void takesTheFirstVariableThatIsSet() {
        var destination =
                new Destination(
                        "a", "ssh", Map.of("ansible_host", "", "ansible_ssh_host", "10.0.0.1"));
        assertEquals(Optional.of("10.0.0.1"), destination.text("ansible_host", "ansible_ssh_host"));
        assertEquals(Optional.empty(), destination.text("ansible_port"));
    }
}
