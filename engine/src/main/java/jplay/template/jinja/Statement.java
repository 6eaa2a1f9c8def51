package jplay.template.jinja;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.output.OutputNode;
import jplay.template.python.PythonError;

/**
 * A statement of a template with all that it consists of: a tag of Jinjava's that is made for one
 * place.
 */
interface Statement extends Tag {
    /** Runs it; output goes to the rendering's sink. */
    void run(Rendering rendering);

    @Override
    default OutputNode interpretOutput(TagNode node, JinjavaInterpreter interpreter) {
        try {
            run((Rendering) interpreter);
        } catch (PythonError e) {
            throw e.at(node.getLineNumber(), node.getStartPosition());
        }
        return Tree.NO_OUTPUT;
    }

    @Override
    default String interpret(TagNode node, JinjavaInterpreter interpreter) {
        return interpretOutput(node, interpreter).getValue();
    }
}
