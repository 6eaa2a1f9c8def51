package jplay.task.keyword;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jplay.playbook.Directives.Setting;
import jplay.template.Scope;
import jplay.value.Omit;
import jplay.value.TemplateString;
import jplay.vars.ScopeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a task sees once it is to run: its own variables and, for names these do not have, how the
 * host that acts is reached. That is worked out when it is first asked for. For one thread.
 */
public final class ActingScope implements Scope {
    private static final String OF_DELEGATES = "ansible_delegated_vars";
    private static final Map<String, String> NAMES = reachingNames();

    private final Keywords keywords;
    private final TaskDefaults defaults;
    private final Hosts hosts;
    private Optional<Optional<String>> delegate = Optional.empty();
    private Optional<Map<String, @Nullable Object>> reaching = Optional.empty();

    /**
     * The hosts a task may act on.
     *
     * @param own the task's own
     * @param address of its own when no variable says another
     * @param delegated what the task would see were it about another host
     */
    public record Hosts(String own, String address, Function<String, Scope> delegated) {}

    /** What a task sees whose keywords see its own variables. */
    public ActingScope(Keywords keywords, TaskDefaults defaults, Hosts hosts) {
        this.keywords = keywords;
        this.defaults = defaults;
        this.hosts = hosts;
    }

    private static Map<String, String> reachingNames() {
        var names = new LinkedHashMap<String, String>();
        for (var name :
                List.of("host", "user", "port", "private_key_file", "timeout", "pipelining")) {
            names.put("ansible_" + name, "ansible_" + name);
            names.put("ansible_ssh_" + name, "ansible_" + name);
        }
        names.put("ansible_password", "ansible_password");
        names.put("ansible_ssh_pass", "ansible_password");
        names.put("ansible_connection", "ansible_connection");
        names.put("ansible_shell_executable", "ansible_shell_executable");
        return names;
    }

    /** The host that {@code delegate_to} names; empty when it names none. */
    public Optional<String> delegate() {
        if (delegate.isEmpty()) {
            delegate =
                    Optional.of(
                            Optional.ofNullable(
                                            keywords.templar().render(written(), keywords.scope()))
                                    .filter(name -> name != Omit.OMIT)
                                    .map(Object::toString)
                                    .filter(name -> !name.isEmpty()));
        }
        return delegate.get();
    }

    /** What {@link #delegate} is, and when it cannot be rendered what was written. */
    public String delegateAsFarAsKnown() {
        if (delegate.isPresent()) {
            return delegate().filter(name -> !name.equals(hosts.own())).orElse("");
        }
        return switch (written()) {
            case null -> "";
            case TemplateString template -> template.text();
            case Object other -> other.toString();
        };
    }

    private @Nullable Object written() {
        var task = keywords.task();
        return task.control().delegateTo() != null
                ? task.control().delegateTo()
                : task.directives().setting("delegate_to").map(Setting::value).orElse(null);
    }

    /**
     * The host that acts as it is shown: with its address where that is another. Empty when it is
     * the task's own.
     */
    public String shownDelegate() {
        var name = delegate().filter(other -> !other.equals(hosts.own()));
        if (name.isEmpty()) {
            return "";
        }
        var address = reaching().get("ansible_host");
        return address == null || address.equals(name.get())
                ? name.get()
                : name.get() + "(" + address + ")";
    }

    /** How the host that acts is reached. */
    public Target target() {
        return new TargetSettings(keywords.seeing(this), hostScope(), defaults)
                .target(delegate().orElse(hosts.own()));
    }

    /** What the task would see were it about the host that acts. */
    private Scope hostScope() {
        return delegate().map(hosts.delegated()).orElseGet(keywords::scope);
    }

    private Map<String, @Nullable Object> reaching() {
        if (reaching.isEmpty()) {
            var found = new LinkedHashMap<String, @Nullable Object>();
            defaults.keywords()
                    .forEach((name, value) -> {
                        if (NAMES.containsKey(name)) {
                            found.put(name, value);
                        }
                    });
            if (delegate().isEmpty()) {
                found.put("ansible_host", hosts.address());
            }
            var scope = hostScope();
            new TargetSettings(keywords, scope, defaults)
                    .variables()
                    .forEach((name, value) -> found.put(NAMES.getOrDefault(name, name), value));
            delegate()
                    .ifPresent(name -> found.put(OF_DELEGATES, Map.of(name, new ScopeMap(scope))));
            reaching = Optional.of(found);
        }
        return reaching.get();
    }

    private boolean adds(String name) {
        return (NAMES.containsKey(name) || name.equals(OF_DELEGATES))
                && !keywords.scope().has(name)
                && reaching().containsKey(NAMES.getOrDefault(name, name));
    }

    @Override
    public boolean has(String name) {
        return keywords.scope().has(name) || adds(name);
    }

    @Override
    public @Nullable Object get(String name) {
        return adds(name)
                ? reaching().get(NAMES.getOrDefault(name, name))
                : keywords.scope().get(name);
    }

    @Override
    public Optional<Object> written(String name) {
        return keywords.scope().written(name);
    }

    @Override
    public Set<String> names() {
        var names = new LinkedHashSet<>(keywords.scope().names());
        NAMES.keySet().stream().filter(this::adds).forEach(names::add);
        return names;
    }

    @Override
    public List<Path> searchPath() {
        return keywords.scope().searchPath();
    }
}
