package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import jplay.template.ansible.Digests;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Ansible's filters that compute checksums. */
final class HashFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("checksum(data)", call -> hash("sha1", call.value())),
                    filter("hash(data, hashtype='sha1')", HashFilters::hash),
                    filter("md5(data)", call -> hash("md5", call.value())),
                    filter(
                            "password_hash(password, hashtype='sha512', salt=none, salt_size=none, rounds=none,"
                                    + " ident=none)",
                            PasswordHash::apply),
                    filter("sha1(data)", call -> hash("sha1", call.value())));

    private HashFilters() {}

    private static String hash(FilterCall call) {
        return hash(Types.text(call.get("hashtype"), "name"), call.value());
    }

    private static String hash(String type, @Nullable Object value) {
        var bytes =
                value instanceof Bytes given
                        ? given.content()
                        : Text.of(value).getBytes(StandardCharsets.UTF_8);
        return Digests.of(type)
                .map(digest -> HexFormat.of().formatHex(digest.apply(bytes)))
                .orElseThrow(() -> PythonError.value("unsupported hash type " + type));
    }
}
