package jplay.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Expression;
import jplay.template.expr.Finished;
import jplay.template.lazy.SealedText;
import jplay.template.lookup.LookupFunctions;
import jplay.template.python.PythonError;
import jplay.template.scan.Syntax;
import jplay.value.Omit;
import jplay.value.TemplateString;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/** The templar: Jinja with the rules of ansible-core 2.19. */
public final class JinjaTemplar implements Templar {
    private static final ModuleCatalog NO_MODULES =
            new ModuleCatalog() {
                @Override
                public Optional<ArgsSpec<?>> find(String name) {
                    return Optional.empty();
                }

                @Override
                public Collection<String> names() {
                    return List.of();
                }
            };

    private final TemplateStore store;
    private final Conditions conditions;
    private final Consumer<Diagnostic> deprecations;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * What a templar is made of.
     *
     * @param settings decide which encrypted texts can be opened, and are what {@code config} shows
     * @param modules what {@code a_module} knows
     * @param strictConditions whether a condition that is no boolean is an error
     */
    record Parts(Settings settings, ModuleCatalog modules, boolean strictConditions) {}

    JinjaTemplar(Parts parts, Consumer<Diagnostic> deprecations) {
        this.deprecations = deprecations;
        this.store =
                new TemplateStore(
                        message -> deprecate(Location.of("<template>"), message),
                        parts.settings,
                        parts.modules);
        this.conditions = new Conditions(store, parts.strictConditions, this::deprecate);
    }

    /**
     * A templar as settings say.
     *
     * @param modules all modules and actions
     * @param deprecations is told what will not work for ever, once per place; called by any thread
     */
    public static Templar of(
            Settings settings, ModuleCatalog modules, Consumer<Diagnostic> deprecations) {
        var strict = !settings.is(Setting.ALLOW_BROKEN_CONDITIONALS);
        return new JinjaTemplar(new Parts(settings, modules, strict), deprecations);
    }

    /**
     * A templar that accepts conditions which are no booleans.
     *
     * @param deprecations is told what will not work for ever, once per place; called by any thread
     */
    public static Templar create(Consumer<Diagnostic> deprecations) {
        return new JinjaTemplar(defaults(false), deprecations);
    }

    /** A templar for which a condition that is no boolean is an error. */
    public static Templar strict(Consumer<Diagnostic> deprecations) {
        return new JinjaTemplar(defaults(true), deprecations);
    }

    private static Parts defaults(boolean strictConditions) {
        return new Parts(Settings.defaults(Surroundings.ofProcess()), NO_MODULES, strictConditions);
    }

    private void deprecate(Location place, String message) {
        if (told.add(place + " " + message)) {
            deprecations.accept(
                    new Diagnostic(
                            Diagnostic.Severity.DEPRECATION,
                            place,
                            1,
                            message,
                            List.of(),
                            Optional.empty()));
        }
    }

    @Override
    public @Nullable Object render(@Nullable Object value, Scope scope) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            default -> rendered(value, new ScopeEvaluation(store, scope));
        };
    }

    private static @Nullable Object rendered(@Nullable Object value, ScopeEvaluation evaluation) {
        return switch (value) {
            case TemplateString template ->
                    Failures.guarded(template, () -> Finished.value(evaluation.render(template)));
            case VaultText text ->
                    Failures.guarded(
                            new TemplateString("", text.origin()),
                            () -> new SealedText(text, evaluation.vault()).toString());
            case Map<?, ?> dict -> renderedDict(dict, evaluation);
            case List<?> list -> {
                var result = new ArrayList<@Nullable Object>(list.size());
                list.forEach(item -> result.add(rendered(item, evaluation)));
                result.removeIf(Omit.OMIT::equals);
                yield result;
            }
            case null, default -> value;
        };
    }

    private static Object renderedDict(Map<?, ?> dict, ScopeEvaluation evaluation) {
        var result = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var entry : dict.entrySet()) {
            var item = rendered(entry.getValue(), evaluation);
            if (item != Omit.OMIT) {
                result.put(plainKey(entry.getKey()), item);
            }
        }
        return result;
    }

    private static @Nullable Object plainKey(@Nullable Object key) {
        return key instanceof TemplateString template ? template.text() : key;
    }

    @Override
    public boolean condition(@Nullable Object condition, Location origin, Scope scope) {
        return conditions.hold(condition, origin, scope);
    }

    @Override
    public @Nullable Object expression(String expression, Location origin, Scope scope) {
        return Failures.guarded(
                new TemplateString(expression, origin),
                () ->
                        Finished.value(
                                parsed(expression, origin)
                                        .evaluate(new ScopeEvaluation(store, scope))));
    }

    private Expression parsed(String expression, Location origin) {
        try {
            return store.expression(expression);
        } catch (PythonError e) {
            throw e.kind().startsWith("Template") ? Conditions.malformed(expression, origin, e) : e;
        }
    }

    @Override
    public String renderFile(TemplateString template, FileOptions options, Scope scope) {
        return Failures.guarded(
                template,
                () ->
                        Finished.text(
                                store.template(template.text(), syntax(options))
                                        .render(new ScopeEvaluation(store, scope))));
    }

    @Override
    public List<@Nullable Object> lookup(
            String name,
            List<? extends @Nullable Object> terms,
            Map<String, @Nullable Object> options,
            Scope scope) {
        var evaluation = new ScopeEvaluation(store, scope);
        return Failures.guarded(
                new TemplateString(name, Location.of("<lookup " + name + ">")),
                () -> {
                    var found =
                            LookupFunctions.run(name, new ArrayList<>(terms), options, evaluation);
                    var finished = new ArrayList<@Nullable Object>();
                    found.forEach(item -> finished.add(Finished.value(item)));
                    return finished;
                });
    }

    private static Syntax syntax(FileOptions options) {
        var marks = options.delimiters();
        return new Syntax(
                new Syntax.Marks(
                        marks.blockStart(),
                        marks.blockEnd(),
                        marks.variableStart(),
                        marks.variableEnd(),
                        marks.commentStart(),
                        marks.commentEnd(),
                        "",
                        ""),
                options.trimBlocks(),
                options.lstripBlocks(),
                options.keepTrailingNewline(),
                options.newline(),
                false,
                false,
                Dialect.ANSIBLE);
    }
}
