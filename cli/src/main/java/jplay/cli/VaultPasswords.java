package jplay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.run.Terminal;
import jplay.vault.Vault;
import jplay.vault.VaultException;
import jplay.vault.VaultSecret;
import jplay.vault.VaultSource;

/** Brings together the passwords that settings and options name. */
record VaultPasswords(Settings settings, Terminal terminal, Consumer<Diagnostic> warnings) {
    /**
     * All of them.
     *
     * @throws StartException when some are named and none can be had
     */
    Vault vault(VaultOptions options) {
        var sources = sources(options);
        var secrets = new ArrayList<VaultSecret>();
        var failures = new ArrayList<String>();
        for (var source : sources) {
            try {
                secrets.add(secret(source));
            } catch (VaultException e) {
                failures.add(e.getMessage());
            }
        }
        if (secrets.isEmpty() && !failures.isEmpty()) {
            throw new StartException(ExitCode.ERROR, failures.getLast());
        }
        failures.forEach(this::warn);
        return new Vault(secrets, settings.is(Setting.VAULT_ID_MATCH));
    }

    private void warn(String message) {
        warnings.accept(Diagnostic.warning(Location.of("<command line>"), 1, message));
    }

    /** One password. @throws VaultException when it cannot be had */
    VaultSecret secret(VaultSource source) {
        return source.secret(
                settings.surroundings().folder(),
                question -> terminal.ask(question, false, Optional.empty()));
    }

    /** The sources in the order in which their passwords are tried. */
    List<VaultSource> sources(VaultOptions options) {
        var id = settings.text(Setting.VAULT_IDENTITY);
        var written =
                Stream.concat(
                        settings.list(Setting.VAULT_IDENTITY_LIST).stream(), options.ids.stream());
        var sources = new ArrayList<>(written.map(text -> VaultSource.parse(text, id)).toList());
        options.passwordFiles.forEach(file -> sources.add(new VaultSource(id, file)));
        settings.path(Setting.VAULT_PASSWORD_FILE)
                .ifPresent(file -> sources.add(new VaultSource(id, file.toString())));
        if (options.ask || settings.is(Setting.ASK_VAULT_PASS)) {
            sources.add(new VaultSource(id, VaultSource.PROMPT_UNLABELLED));
        }
        return sources;
    }
}
