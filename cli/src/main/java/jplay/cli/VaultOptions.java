package jplay.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the passwords for encrypted files and texts come from. */
final class VaultOptions {
    @Option(
            names = "--vault-id",
            paramLabel = "LABEL@SOURCE",
            description = "Label and source of a password: a file, a program or 'prompt'.")
    List<String> ids = new ArrayList<>();

    @Option(
            names = {"--vault-password-file", "--vault-pass-file"},
            paramLabel = "FILE",
            description = "File that holds a password, or program that prints it.")
    List<String> passwordFiles = new ArrayList<>();

    @Option(
            names = {"-J", "--ask-vault-password", "--ask-vault-pass"},
            description = "Ask for a password.")
    boolean ask;
}
