package jplay.modules.etcd;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.KeyValue;
import io.etcd.jetcd.cluster.Member;
import io.etcd.jetcd.options.GetOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of a cluster as a whole. */
final class Keys {
    private Keys() {}

    /** One linearizable read; the key need not exist. */
    static Map<String, @Nullable Object> probe(Access.Session session) {
        session.await(session.client().getKVClient().get(bytes("health")));
        var value = new LinkedHashMap<String, @Nullable Object>();
        value.put("healthy", true);
        return value;
    }

    /** Keys with their values, in etcd's order. */
    static List<Map<String, @Nullable Object>> get(
            Access.Session session, String name, boolean prefix) {
        var option = GetOption.builder().isPrefix(prefix).build();
        var answer = session.await(session.client().getKVClient().get(bytes(name), option));
        return answer.getKvs().stream().map(Keys::entry).toList();
    }

    /** Writes a key; returns the revision it made. */
    static long put(Access.Session session, String name, String text) {
        var answer = session.await(session.client().getKVClient().put(bytes(name), bytes(text)));
        return answer.getHeader().getRevision();
    }

    /** The members, in the order of their names. */
    static List<Map<String, @Nullable Object>> members(Access.Session session) {
        var answer = session.await(session.client().getClusterClient().listMember());
        return answer.getMembers().stream()
                .sorted(java.util.Comparator.comparing(Member::getName))
                .map(Keys::member)
                .toList();
    }

    private static Map<String, @Nullable Object> entry(KeyValue found) {
        var value = new LinkedHashMap<String, @Nullable Object>();
        value.put("key", found.getKey().toString(StandardCharsets.UTF_8));
        value.put("value", found.getValue().toString(StandardCharsets.UTF_8));
        value.put("create_revision", found.getCreateRevision());
        value.put("mod_revision", found.getModRevision());
        value.put("version", found.getVersion());
        return value;
    }

    private static Map<String, @Nullable Object> member(Member member) {
        var value = new LinkedHashMap<String, @Nullable Object>();
        value.put("id", Long.toHexString(member.getId()));
        value.put("name", member.getName());
        value.put("peer_urls", member.getPeerURIs().stream().map(URI::toString).toList());
        value.put("client_urls", member.getClientURIs().stream().map(URI::toString).toList());
        value.put("is_learner", member.isLearner());
        value.put("started", !member.getName().isEmpty());
        return value;
    }

    private static ByteSequence bytes(String text) {
        return ByteSequence.from(text, StandardCharsets.UTF_8);
    }
}
