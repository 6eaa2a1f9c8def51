package jplay.template.ansible.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** The parts of a schema by their addresses. Nothing is fetched. */
final class References {
    private final Draft draft;
    private final Map<String, Object> byAddress = new HashMap<>();
    private final IdentityHashMap<Object, URI> bases = new IdentityHashMap<>();

    private References(Draft draft) {
        this.draft = draft;
    }

    static References of(Object schema, Draft draft) {
        var references = new References(draft);
        references.byAddress.put("", schema);
        references.collect(schema, URI.create(""));
        return references;
    }

    private void collect(@Nullable Object part, URI around) {
        if (part instanceof List<?> list) {
            list.forEach(element -> collect(element, around));
        }
        if (!(part instanceof Map<?, ?> schema)) {
            return;
        }
        var base = around;
        if (schema.get(draft.idKeyword()) instanceof CharSequence id) {
            base = resolved(around, id.toString());
            byAddress.put(withoutFragment(base), schema);
        }
        for (var keyword : List.of("$anchor", "$dynamicAnchor")) {
            if (schema.get(keyword) instanceof CharSequence anchor) {
                byAddress.put(withoutFragment(base) + "#" + anchor, schema);
            }
        }
        bases.put(schema, base);
        for (var value : schema.values()) {
            collect(value, base);
        }
    }

    private static URI resolved(URI base, String reference) {
        try {
            return base.toString().isEmpty() ? URI.create(reference) : base.resolve(reference);
        } catch (IllegalArgumentException e) {
            throw unresolvable(reference);
        }
    }

    private static String withoutFragment(URI address) {
        return address.toString().replaceFirst("#.*$", "");
    }

    private static PythonError unresolvable(String reference) {
        return new PythonError("Unresolvable", "Unresolvable: " + reference);
    }

    /** The part that a reference within a schema means. */
    @Nullable Object resolve(String reference, Map<?, ?> schema) {
        var base = bases.getOrDefault(schema, URI.create(""));
        var hash = reference.indexOf('#');
        var document = hash < 0 ? reference : reference.substring(0, hash);
        var fragment = hash < 0 ? "" : reference.substring(hash + 1);
        var address = withoutFragment(document.isEmpty() ? base : resolved(base, document));
        var whole = byAddress.get(address);
        if (whole == null) {
            throw unresolvable(reference);
        }
        if (fragment.isEmpty()) {
            return whole;
        }
        if (fragment.startsWith("/")) {
            return pointed(
                    whole, URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        var anchored = byAddress.get(address + "#" + fragment);
        if (anchored == null) {
            throw new PythonError(
                    "NoSuchAnchor",
                    "NoSuchAnchor: '" + fragment + "' does not exist within " + Text.repr(whole));
        }
        return anchored;
    }

    private static @Nullable Object pointed(Object whole, String pointer) {
        Object part = whole;
        for (var step : pointer.substring(1).split("/", -1)) {
            var name = step.replace("~1", "/").replace("~0", "~");
            part = below(part, name);
            if (part == PythonObject.ABSENT) {
                throw new PythonError(
                        "PointerToNowhere",
                        "PointerToNowhere: '"
                                + pointer
                                + "' does not exist within "
                                + Text.repr(whole));
            }
        }
        return part;
    }

    private static @Nullable Object below(@Nullable Object part, String name) {
        if (part instanceof Map<?, ?> dict && dict.containsKey(name)) {
            return dict.get(name);
        }
        if (part instanceof List<?> list && name.matches("\\d{1,9}")) {
            var index = Integer.parseInt(name);
            return index < list.size() ? list.get(index) : PythonObject.ABSENT;
        }
        return PythonObject.ABSENT;
    }
}
