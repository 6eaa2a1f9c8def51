package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code raw} tells, which is what the shell printed, to the last newline. */
class RawTests {
    @TempDir Path folder;

    @Test
    void tellsWhatTheShellPrinted() throws IOException {
        var run =
                WholeRun.of(
                        folder,
                        """
                        - hosts: h1
                          gather_facts: false
                          tasks:
                            - raw: echo hi; echo err >&2
                              register: r
                            - assert:
                                that:
                                  - r is changed
                                  - r.stdout | length == 3
                                  - r.stderr_lines == ['err']
                            - raw: exit 3
                              register: r
                              changed_when: r.stderr_lines != []
                              failed_when: r.stdout_lines != [] or r.rc != 3 or r.msg != 'non-zero return code'
                            - raw: touch {{ playbook_dir }}/touched
                              check_mode: true
                              register: r
                            - assert: {that: [r is skipped, r is not changed]}
                            - stat: {path: "{{ playbook_dir }}/touched"}
                              register: s
                              failed_when: s.stat.exists
                        """);
        assertEquals(ExitCode.OK, run.code(), run.all());
    }
}
