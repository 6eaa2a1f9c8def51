package jplay.template.lazy;

import jplay.template.python.Bytes;
import jplay.value.TemplateString;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    }

    /** The value as an expression may use it. */
    public static @Nullable Object value(@Nullable Object raw, Renderer renderer) {
        return switch (raw) {
            case null -> null;
            case String text -> text;
            case TemplateString template -> renderer.apply(template);
            case LazyList list -> list;
            case LazyDict dict -> dict;
            case Map<?, ?> dict -> new LazyDict(dict, renderer.within(dict));
            case List<?> list -> new LazyList(list, renderer);
            case byte[] bytes -> new Bytes(bytes);
            default -> raw;
        };
    }
}
