package jplay.connection.ssh.login;

import java.util.List;
import java.util.Optional;
import jplay.connection.Questions;
import jplay.module.type.Secret;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** Answers what a server asks: the password once, and what else by asking the user. */
final class Answers implements ChallengeResponseProvider, PasswordFinder {
    private final Optional<Secret> password;
    private final Questions questions;
    private boolean given;

    Answers(Optional<Secret> password, Questions questions) {
        this.password = password;
        this.questions = questions;
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's own signature
    public void init(Resource resource, String name, String instruction) {
        // questions stand for themselves
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        if (!given && !echo && password.isPresent()) {
            given = true;
            return password.get().reveal().toCharArray();
        }
        return questions.ask(prompt, echo).orElse("").toCharArray();
    }

    @Override
    public char[] reqPassword(Resource<?> resource) {
        return password.map(Secret::reveal).orElse("").toCharArray();
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
        return false;
    }
}
