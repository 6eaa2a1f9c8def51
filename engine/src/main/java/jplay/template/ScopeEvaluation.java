package jplay.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.config.Settings;
import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Surroundings;
import jplay.template.global.Globals;
import jplay.template.lazy.Lazy;
import jplay.template.python.PythonError;
import jplay.template.python.Undefined;
import jplay.template.scan.Syntax;
import jplay.value.TemplateString;
import jplay.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates over a scope: variables are rendered when they are read, once per evaluation. Not for
 * several threads.
 */
final class ScopeEvaluation implements Evaluation, Surroundings, Lazy.Renderer {
    private final TemplateStore store;
    private final Scope scope;
    private final Trail trail;
    private final Map<String, @Nullable Object> read = new HashMap<>(4);

    ScopeEvaluation(TemplateStore store, Scope scope) {
        this(store, scope, new Trail());
    }

    private ScopeEvaluation(TemplateStore store, Scope scope, Trail trail) {
        this.store = store;
        this.scope = scope;
        this.trail = trail;
    }

    @Override
    public @Nullable Object variable(String name) {
        var raw = scope.get(name);
        if (raw instanceof String) {
            return raw;
        }
        if (raw == null) {
            return scope.has(name) ? null : global(name);
        }
        if (read.containsKey(name)) {
            return read.get(name);
        }
        var value =
                raw instanceof TemplateString template
                        ? render(template, name)
                        : Lazy.value(raw, this);
        if (Lazy.isLazy(raw)) {
            read.put(name, value);
        }
        return value;
    }

    @Override
    public Object global(String name) {
        return Globals.get(name, this);
    }

    @Override
    public @Nullable Object render(TemplateString template) {
        return render(template, template.text());
    }

    @Override
    public @Nullable Object apply(TemplateString template) {
        return render(template);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a scope may be a map, which is expensive to compare
    public Lazy.Renderer within(Map<?, ?> dict) {
        return dict instanceof Scope owner && owner != scope
                ? new ScopeEvaluation(store, owner, trail)
                : this;
    }

    private @Nullable Object render(TemplateString template, String name) {
        trail.enter(template, scope, name);
        try {
            var value = store.value(template.text()).render(this);
            return value instanceof Undefined missing ? missing.from(template) : value;
        } catch (PythonError e) {
            throw Failures.at(template, e);
        } finally {
            trail.leave();
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.ANSIBLE;
    }

    @Override
    public Catalog catalog() {
        return store.catalog();
    }

    @Override
    public boolean escaping() {
        return false;
    }

    @Override
    public Surroundings surroundings() {
        return this;
    }

    @Override
    public Set<String> variableNames() {
        return scope.names();
    }

    @Override
    public List<Path> searchPath() {
        return scope.searchPath();
    }

    @Override
    public @Nullable Object renderText(TemplateText template) {
        var inner = new Overlay(scope, template.variables(), template.file().getParent());
        var syntax = Header.apply(Syntax.FILE, template.options());
        try {
            return Undefined.refuse(
                    store.template(template.text(), syntax)
                            .render(new ScopeEvaluation(store, inner, trail)));
        } catch (PythonError e) {
            throw e.within(template.file().toString());
        }
    }

    @Override
    public @Nullable Object evaluate(
            String expression, Map<String, ? extends @Nullable Object> variables) {
        var folder = searchPath().stream().findFirst().orElse(Path.of(""));
        var inner = new ScopeEvaluation(store, new Overlay(scope, variables, folder), trail);
        return Undefined.refuse(store.expression(expression).evaluate(new DataEvaluation(inner)));
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(settings().surroundings().environment().get(name));
    }

    @Override
    public Settings settings() {
        return store.settings();
    }

    @Override
    public boolean isModule(String name) {
        return store.modules().find(name).isPresent();
    }

    @Override
    public Vault vault() {
        return store.settings().vault();
    }

    @Override
    public void deprecate(String message) {
        store.deprecate(message);
    }
}
