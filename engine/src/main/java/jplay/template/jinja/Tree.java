package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.output.OutputNode;
import com.hubspot.jinjava.tree.parse.DefaultTokenScannerSymbols;
import com.hubspot.jinjava.tree.parse.TagToken;
import com.hubspot.jinjava.tree.parse.TextToken;
import jplay.template.expr.Token;

/** Makes nodes of Jinjava's tree from our tokens and statements. */
final class Tree {
    private static final DefaultTokenScannerSymbols SYMBOLS = new DefaultTokenScannerSymbols();

    /** What our nodes answer: they write to the rendering's sink instead. */
    static final OutputNode NO_OUTPUT =
            new OutputNode() {
                @Override
                public String getValue() {
                    return "";
                }

                @Override
                public long getSize() {
                    return 0;
                }
            };

    private Tree() {}

    /** A token of Jinjava's at the same place. */
    static TextToken token(Token token) {
        return new TextToken(token.text(), token.line(), token.column(), SYMBOLS);
    }

    /** A node for a statement. */
    static Node statement(Statement statement, Token token) {
        var image = "{% " + statement.getName() + " %}";
        return new TagNode(
                statement,
                new TagToken(image, Math.max(1, token.line()), token.column(), SYMBOLS),
                SYMBOLS);
    }
}
