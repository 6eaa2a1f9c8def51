package jplay.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import jplay.diagnostic.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that ansible-vault made, its answers, and where passwords come from. */
class VaultTests {
    private static final VaultSecret RIGHT = new VaultSecret("default", "secret");
    private static final VaultSecret WRONG = new VaultSecret("dev", "other");

    /** Of {@code grüße} with the password {@code secret}. */
    private static final String UNLABELLED =
            """
            $ANSIBLE_VAULT;1.1;AES256
            33666230356561396630653137393139393066336364383931376233653963353666373834366235
            6435303631353933656665636364353463656632326564360a316261643238616634373965326561
            61373533306438333434323730393162303033336465653034666531616339633536313537393463
            3661343466623130350a643537373862376434303563323639643764666264343136306461316432
            3237
            """;

    /** Of {@code hello: world} and a newline with the same password. */
    private static final String LABELLED =
            """
            $ANSIBLE_VAULT;1.2;AES256;dev
            36376339393239626465663534366332633464626433353837303437363434366162303962653738
            6333643662653364366664613439306336663730616638340a613365326531623561356664663765
            65393936646263616161623131333466643635343830653431633935623631326262356236363930
            3234376336363635390a363264653330393263626264313333306334383263393038643763656666
            6639
            """;

    /** Of the bytes ff 00 and {@code bin}. */
    private static final String BINARY =
            """
            $ANSIBLE_VAULT;1.1;AES256
            65313631633038353962653437643037393837643736656466313432613431653762633262303939
            3937373839356134656262626639356435616339353061340a353866386230636162343464343665
            33626237366331313165613730356638653134323535306261393133356631333139623261626538
            3332336339383734330a616135643263613039333835353432666135373737393064616132613563
            3366
            """;

    @TempDir private Path folder;

    private static String opened(String text, VaultSecret... secrets) {
        var bytes = new Vault(List.of(secrets)).decrypt(text);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String refusal(String text, VaultSecret... secrets) {
        return assertThrows(VaultException.class, () -> opened(text, secrets)).getMessage();
    }

    @Test
    void opensWhatAnsibleVaultEncrypted() {
        assertEquals("grüße", opened(UNLABELLED, RIGHT));
        assertEquals("hello: world\n", opened(LABELLED, RIGHT));
        var bytes = BINARY.getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(new byte[] {-1, 0, 'b', 'i', 'n'}, new Vault(List.of(RIGHT)).open(bytes));
    }

    @Test
    void opensATextThatIsIndented() {
        assertEquals("grüße", opened(UNLABELLED.replace("\n", "\n    "), RIGHT));
    }

    @Test
    void triesEveryPasswordWhateverItsLabel() {
        assertEquals("hello: world\n", opened(LABELLED, WRONG, RIGHT));
        assertEquals("default", new Vault(List.of(WRONG, RIGHT)).secretOf(LABELLED).id());
    }

    @Test
    void triesOnlyPasswordsOfTheSameLabelWhenToldSo() {
        var vault = new Vault(List.of(RIGHT), true);
        assertThrows(VaultException.class, () -> vault.decrypt(LABELLED));
        assertEquals(6, vault.decrypt(UNLABELLED).length - 1);
    }

    @Test
    void leavesWhatIsNotEncryptedAsItIs() {
        var plain = "a: 1".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(plain, Vault.NONE.open(plain));
        assertFalse(Vault.isEncrypted("$ANSIBLE"));
    }

    @Test
    void readsItsOwnTextsBack() {
        for (var text : List.of("", "sixteen bytes...", "grüße\n".repeat(40))) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(text, opened(Vault.encrypt(bytes, WRONG), WRONG));
            assertEquals(text, opened(Vault.encrypt(bytes, RIGHT), RIGHT));
        }
    }

    @Test
    void writesTheLabelUnlessItIsTheDefault() {
        var bytes = new byte[] {1};
        assertEquals(
                "$ANSIBLE_VAULT;1.2;AES256;dev",
                Vault.encrypt(bytes, WRONG).lines().findFirst().orElseThrow());
        assertEquals(
                "$ANSIBLE_VAULT;1.1;AES256",
                Vault.encrypt(bytes, RIGHT).lines().findFirst().orElseThrow());
    }

    @Test
    void refusesAWrongPasswordAndAChangedText() {
        var want = "Decryption failed (no vault secrets were found that could decrypt).";
        assertEquals(want, refusal(UNLABELLED, WRONG));
        assertEquals(want, refusal(UNLABELLED.replace("3237\n", "3238\n"), RIGHT));
        assertEquals("Attempting to decrypt but no vault secrets found.", refusal(UNLABELLED));
    }

    @Test
    void saysWhatIsWrongWithAText() {
        assertEquals(
                "Vault vaulttext format error: got 1 of 3 parts, the text is cut off",
                refusal("$ANSIBLE_VAULT;1.1;AES256\n6162\n", RIGHT));
        assertEquals(
                "Cipher 'AES' could not be found.",
                refusal("$ANSIBLE_VAULT;1.0;AES\n6162\n", RIGHT));
        assertEquals(
                "Vault format unhexlify error: Non-hexadecimal digit found",
                refusal("$ANSIBLE_VAULT;1.1;AES256\nzz\n", RIGHT));
        assertEquals(
                "Input is not vault encrypted data, want a first line such as $ANSIBLE_VAULT;1.1;AES256",
                refusal("plain", RIGHT));
    }

    @Test
    void printsNoSecret() {
        var text = new VaultText(UNLABELLED, Location.of("<test>"));
        assertEquals("Vault[default:********] <encrypted>", new Vault(List.of(RIGHT)) + " " + text);
    }

    private VaultSecret secret(String written, String answer) {
        return VaultSource.parse(written, "default")
                .secret(folder, _ -> Optional.of(answer).filter(line -> !line.isEmpty()));
    }

    private void file(String name, String content, String rights) throws Exception {
        var file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void takesPasswordsFromFilesProgramsAndPeople() throws Exception {
        file("pw", "secret\n", "rw-------");
        file("pw.sh", "#!/bin/sh\necho told $#\n", "rwx------");
        file("my-client.sh", "#!/bin/sh\necho $1 $2\n", "rwx------");
        assertEquals(RIGHT, secret("pw", ""));
        assertEquals(new VaultSecret("prod", "secret"), secret("prod@pw", ""));
        assertEquals(new VaultSecret("default", "told 0"), secret("pw.sh", ""));
        assertEquals(new VaultSecret("prod", "--vault-id prod"), secret("prod@my-client.sh", ""));
        assertEquals(new VaultSecret("dev", "typed"), secret("dev@prompt", "typed"));
    }

    @Test
    void saysWhyThereIsNoPassword() throws Exception {
        file("empty", "\n", "rw-------");
        file("bad.sh", "#!/bin/sh\nexit 3\n", "rwx------");
        for (var each :
                List.of(
                        List.of("none", "The vault password file FOLDER/none was not found"),
                        List.of(
                                "empty",
                                "Invalid vault password was provided from file (FOLDER/empty)"),
                        List.of(
                                "bad.sh",
                                "Vault password script FOLDER/bad.sh returned non-zero (3)"),
                        List.of("a@prompt", "EOFError (ctrl-d) on prompt for (a)"))) {
            var thrown = assertThrows(VaultException.class, () -> secret(each.getFirst(), ""));
            assertEquals(each.getLast(), thrown.getMessage().replace(folder.toString(), "FOLDER"));
        }
    }
}
