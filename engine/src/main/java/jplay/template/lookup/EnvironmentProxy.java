package jplay.template.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The proxies that {@code http_proxy}, {@code https_proxy} and {@code no_proxy} name. */
final class EnvironmentProxy extends ProxySelector {
    private final Function<String, Optional<String>> environment;

    EnvironmentProxy(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    private Optional<String> variable(String name) {
        return environment
                .apply(name)
                .or(() -> environment.apply(name.toUpperCase(Locale.ROOT)))
                .filter(value -> !value.isBlank());
    }

    @Override
    public List<Proxy> select(URI address) {
        return variable(address.getScheme() + "_proxy")
                .filter(_ -> !isDirect(address.getHost()))
                .map(EnvironmentProxy::proxy)
                .map(List::of)
                .orElse(List.of(Proxy.NO_PROXY));
    }

    private boolean isDirect(String host) {
        return variable("no_proxy").stream()
                .flatMap(names -> List.of(names.split(",")).stream())
                .map(name -> name.strip().replaceFirst("^\\.", ""))
                .anyMatch(
                        name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private static Proxy proxy(String written) {
        var address = URI.create(written.contains("://") ? written : "http://" + written);
        var port = address.getPort() < 0 ? 80 : address.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException reason) {}
}
