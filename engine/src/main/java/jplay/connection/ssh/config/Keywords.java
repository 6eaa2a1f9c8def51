package jplay.connection.ssh.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keywords of OpenSSH's client, in lower case. */
final class Keywords {
    /** Every time they are given counts; of all others the first. */
    static final Set<String> GATHERED = Set.of("identityfile", "certificatefile", "sendenv");

    private static final List<String> NONE = List.of("none");

    private static final String ALL =
            "addkeystoagent addressfamily batchmode bindaddress bindinterface canonicaldomains"
                    + " canonicalizefallbacklocal canonicalizehostname canonicalizemaxdots"
                    + " canonicalizepermittedcnames casignaturealgorithms certificatefile"
                    + " challengeresponseauthentication channeltimeout checkhostip cipher ciphers"
                    + " clearallforwardings compression compressionlevel connectionattempts"
                    + " connecttimeout controlmaster controlpath controlpersist dynamicforward"
                    + " enableescapecommandline enablesshkeysign escapechar exitonforwardfailure"
                    + " fingerprinthash forkafterauthentication forwardagent forwardx11"
                    + " forwardx11timeout forwardx11trusted gatewayports globalknownhostsfile"
                    + " gssapiauthentication gssapiclientidentity gssapidelegatecredentials"
                    + " gssapikexalgorithms gssapikeyexchange gssapirenewalforcesrekey"
                    + " gssapiserveridentity gssapitrustdns hashknownhosts host"
                    + " hostbasedacceptedalgorithms hostbasedauthentication hostbasedkeytypes"
                    + " hostkeyalgorithms hostkeyalias hostname identitiesonly identityagent"
                    + " identityfile ignoreunknown include ipqos kbdinteractiveauthentication"
                    + " kbdinteractivedevices kexalgorithms knownhostscommand localcommand"
                    + " localforward loglevel logverbose macs match nohostauthenticationforlocalhost"
                    + " numberofpasswordprompts obscurekeystroketiming passwordauthentication"
                    + " permitlocalcommand permitremoteopen pkcs11provider port"
                    + " preferredauthentications protocol proxycommand proxyjump proxyusefdpass"
                    + " pubkeyacceptedalgorithms pubkeyacceptedkeytypes pubkeyauthentication"
                    + " rekeylimit remotecommand remoteforward requesttty requiredrsasize"
                    + " revokedhostkeys rsaauthentication securitykeyprovider sendenv"
                    + " serveralivecountmax serveraliveinterval sessiontype setenv"
                    + " skeyauthentication stdinnull streamlocalbindmask streamlocalbindunlink"
                    + " stricthostkeychecking syslogfacility tag tcpkeepalive tunnel tunneldevice"
                    + " updatehostkeys useprivilegedport user userknownhostsfile verifyhostkeydns"
                    + " versionaddendum visualhostkey warnweakcrypto xauthlocation";

    static final Set<String> KNOWN = new TreeSet<>(List.of(ALL.split(" ")));

    private Keywords() {}

    /** What a keyword that counts every time has gathered with some more words. */
    static List<String> gathered(String keyword, List<String> before, List<String> words) {
        var all = new LinkedHashSet<>(before);
        for (var word : words) {
            if (keyword.equals("sendenv") && word.startsWith("-")) {
                var gone = List.of(word.substring(1));
                all.removeIf(each -> PatternList.matches(gone, each));
            } else {
                all.add(word);
            }
        }
        return List.copyOf(all);
    }

    /** Whether a keyword has no effect any more because another one was given before it. */
    static boolean late(String keyword, Map<String, List<String>> given) {
        return switch (keyword) {
            case "proxyjump" -> given.containsKey("proxycommand");
            case "proxycommand" -> !given.getOrDefault("proxyjump", NONE).equals(NONE);
            default -> false;
        };
    }

    /** The keyword that another one is an older name of, or itself. */
    static String current(String keyword) {
        return switch (keyword) {
            case "pubkeyacceptedkeytypes" -> "pubkeyacceptedalgorithms";
            case "challengeresponseauthentication", "skeyauthentication" ->
                    "kbdinteractiveauthentication";
            default -> keyword;
        };
    }
}
