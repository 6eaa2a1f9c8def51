package jplay.template.lazy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jplay.template.python.Bytes;
import jplay.template.python.Types;
import jplay.value.TemplateString;
import jplay.vault.Vault;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of variables readable by templates: what is a template in them is rendered when it
 * is used.
 */
public final class Lazy {
    private Lazy() {}

    /** Renders a template. */
    @FunctionalInterface
    public interface Renderer extends Function<TemplateString, @Nullable Object> {
        /** Who renders what a dict holds: the same, unless the dict has variables of its own. */
        default Renderer within(Map<?, ?> dict) {
            return this;
        }

        /** What opens encrypted texts. */
        default Vault vault() {
            return Vault.NONE;
        }
    }

    /** Whether reading a value gives something else than the value itself. */
    public static boolean isLazy(@Nullable Object raw) {
        return switch (raw) {
            case LazyList _, LazyDict _ -> false;
            case TemplateString _, VaultText _, Map<?, ?> _, List<?> _, byte[] _ -> true;
            case null, default -> false;
        };
    }

    /** The list or dict of a variable that a value is a view of; none when that is empty. */
    public static Optional<Object> source(@Nullable Object value) {
        return switch (value) {
            case LazyList list when !list.origin().isEmpty() -> Optional.of(list.origin());
            case LazyDict dict when !dict.origin().isEmpty() -> Optional.of(dict.origin());
            case null, default -> Optional.empty();
        };
    }

    /** Another view of a list or dict, so that changes to one are not seen in the other. */
    public static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case LazyList list -> list.copy();
            case LazyDict dict -> dict.copy();
            case Map<?, ?> dict -> new LinkedHashMap<@Nullable Object, @Nullable Object>(dict);
            case List<?> list when Types.isList(list) -> new ArrayList<@Nullable Object>(list);
            case null, default -> value;
        };
    }

    /** The value as an expression may use it. */
    public static @Nullable Object value(@Nullable Object raw, Renderer renderer) {
        return switch (raw) {
            case null -> null;
            case String text -> text;
            case TemplateString template -> renderer.apply(template);
            case VaultText text -> new SealedText(text, renderer.vault());
            case LazyList list -> list;
            case LazyDict dict -> dict;
            case Map<?, ?> dict -> new LazyDict(dict, renderer.within(dict));
            case List<?> list -> new LazyList(list, renderer);
            case byte[] bytes -> new Bytes(bytes);
            default -> raw;
        };
    }
}
