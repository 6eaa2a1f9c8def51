package jplay.modules.files;

import java.nio.charset.Charset;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;

/** Renders a template of the controller into a file of the host. */
@Named(
        value = "ansible.builtin.template",
        summary = "Renders a Jinja template into a file on the host.")
public record Template(
        @Arg("The template, on the controller.") jplay.module.type.Template src,
        @Arg("Where the result goes; in a folder it gets the template's name.") RemotePath dest,
        @Arg(value = "Replace a file that differs.", orElse = "yes") boolean force,
        @Arg(value = "Keep a copy of a file that is replaced.", orElse = "no") boolean backup,
        @Arg("A command that judges the new file before it is put in place; `%s` is its name.")
                Optional<String> validate,
        @Arg(value = "Write to what a link at `dest` points at.", orElse = "no") boolean follow,
        @Arg(value = "What ends a line of the result.", orElse = "\\n") String newlineSequence,
        @Arg(value = "Remove the first newline behind a block.", orElse = "yes") boolean trimBlocks,
        @Arg(value = "Strip blanks before a block.", orElse = "no") boolean lstripBlocks,
        @Arg(value = "Begin of a block.", orElse = "{%") String blockStartString,
        @Arg(value = "End of a block.", orElse = "%}") String blockEndString,
        @Arg(value = "Begin of an expression.", orElse = "{{") String variableStartString,
        @Arg(value = "End of an expression.", orElse = "}}") String variableEndString,
        @Arg("Begin of a comment.") Optional<String> commentStartString,
        @Arg("End of a comment.") Optional<String> commentEndString,
        @Arg(value = "Encoding of the result.", orElse = "utf-8") String outputEncoding,
        @ArgGroup Attributes attributes)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        var bytes = src.rendered().getBytes(Charset.forName(outputEncoding));
        var name = String.valueOf(src.path().getFileName());
        var mode = attributes.mode().map(written -> PreservedMode.of(written, src.path()));
        var target =
                new Content.Target(
                        dest.text(),
                        force,
                        backup,
                        attributes.with(mode),
                        validate,
                        follow,
                        Optional.empty(),
                        Optional.empty());
        return new Content(Optional.of(Payload.of(bytes)), name, "", target).plan();
    }
}
