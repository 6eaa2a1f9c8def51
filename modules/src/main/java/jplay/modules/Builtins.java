package jplay.modules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.module.Named;
import jplay.modules.commands.Command;
import jplay.modules.commands.LocalScript;
import jplay.modules.commands.Raw;
import jplay.modules.commands.Shell;
import jplay.modules.etcd.Etcdctl;
import jplay.modules.etcd.MemberInfo;
import jplay.modules.files.Assemble;
import jplay.modules.files.Copy;
import jplay.modules.files.Fetch;
import jplay.modules.files.File;
import jplay.modules.files.Slurp;
import jplay.modules.files.Stat;
import jplay.modules.files.Tempfile;
import jplay.modules.files.Template;
import jplay.modules.files.archive.Unarchive;
import jplay.modules.files.search.Find;
import jplay.modules.files.text.Blockinfile;
import jplay.modules.files.text.IniFile;
import jplay.modules.files.text.Lineinfile;
import jplay.modules.files.text.Replace;
import jplay.modules.net.GetUrl;
import jplay.modules.net.Ping;
import jplay.modules.net.Uri;
import jplay.modules.net.WaitFor;
import jplay.modules.pki.Certificate;
import jplay.modules.pki.CertificateAuthority;
import jplay.modules.pki.SigningRequest;
import jplay.modules.process.Background;
import jplay.modules.ssh.AuthorizedKey;
import jplay.modules.ssh.KnownHosts;
import jplay.modules.system.accounts.Getent;
import jplay.modules.system.accounts.Group;
import jplay.modules.system.accounts.User;
import jplay.modules.system.facts.Setup;
import jplay.modules.system.kernel.Sysctl;
import jplay.modules.system.services.Cron;
import jplay.modules.system.services.Service;
import jplay.modules.system.services.Systemd;

/** The modules that come with jplay. */
public final class Builtins implements ModuleCatalog {
    private static final List<Class<? extends Record>> ALL =
            List.of(
                    Assemble.class,
                    AuthorizedKey.class,
                    Background.class,
                    Blockinfile.class,
                    Certificate.class,
                    CertificateAuthority.class,
                    Command.class,
                    Copy.class,
                    Cron.class,
                    Etcdctl.class,
                    Fetch.class,
                    File.class,
                    Find.class,
                    Getent.class,
                    GetUrl.class,
                    Group.class,
                    IniFile.class,
                    KnownHosts.class,
                    Lineinfile.class,
                    LocalScript.class,
                    MemberInfo.class,
                    Ping.class,
                    Raw.class,
                    Replace.class,
                    Service.class,
                    Setup.class,
                    Shell.class,
                    SigningRequest.class,
                    Slurp.class,
                    Stat.class,
                    Sysctl.class,
                    Systemd.class,
                    Tempfile.class,
                    Template.class,
                    Unarchive.class,
                    Uri.class,
                    User.class,
                    WaitFor.class);

    private final Map<String, Class<? extends Record>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, ArgsSpec<?>> specs = new ConcurrentHashMap<>();

    public Builtins() {
        for (var type : ALL) {
            var named = type.getAnnotation(Named.class);
            add(named.value(), type);
            List.of(named.aliases()).forEach(alias -> add(alias, type));
            if (named.value().startsWith("ansible.builtin.")) {
                var shortName = named.value().substring("ansible.builtin.".length());
                add(shortName, type);
                add("ansible.legacy." + shortName, type);
            }
        }
    }

    private void add(String name, Class<? extends Record> type) {
        if (byName.put(name, type) != null) {
            throw new IllegalStateException("two modules are named " + name);
        }
    }

    @Override
    public Optional<ArgsSpec<?>> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(this::spec);
    }

    private ArgsSpec<?> spec(Class<? extends Record> type) {
        return specs.computeIfAbsent(type, _ -> ArgsSpec.of(type));
    }

    @Override
    public Collection<String> names() {
        var names = new TreeSet<String>();
        ALL.forEach(type -> names.add(type.getAnnotation(Named.class).value()));
        return names;
    }
}
