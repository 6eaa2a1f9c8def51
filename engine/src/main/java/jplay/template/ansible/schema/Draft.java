package jplay.template.ansible.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A version of the language of JSON schemas. */
enum Draft {
    DRAFT_3("draft3", "http://json-schema.org/draft-03/schema"),
    DRAFT_4("draft4", "http://json-schema.org/draft-04/schema"),
    DRAFT_6("draft6", "http://json-schema.org/draft-06/schema"),
    DRAFT_7("draft7", "http://json-schema.org/draft-07/schema"),
    DRAFT_2019("2019-09", "https://json-schema.org/draft/2019-09/schema"),
    DRAFT_2020("2020-12", "https://json-schema.org/draft/2020-12/schema");

    /** The names that users write. */
    static final List<String> NAMES = Arrays.stream(values()).map(draft -> draft.label).toList();

    private final String label;
    private final String schema;

    Draft(String label, String schema) {
        this.label = label;
        this.schema = schema;
    }

    static Optional<Draft> named(String name) {
        return Arrays.stream(values()).filter(draft -> draft.label.equals(name)).findFirst();
    }

    /** The one that a schema is written for: the newest when it does not say. */
    static Draft of(Map<?, ?> schema) {
        var told = schema.get("$schema") instanceof CharSequence text ? text.toString() : "";
        var bare = told.endsWith("#") ? told.substring(0, told.length() - 1) : told;
        return Arrays.stream(values())
                .filter(draft -> draft.schema.equals(bare))
                .findFirst()
                .orElse(DRAFT_2020);
    }

    boolean isBefore(Draft other) {
        return compareTo(other) < 0;
    }

    /** The keyword that gives a schema its address. */
    String idKeyword() {
        return isBefore(DRAFT_6) ? "id" : "$id";
    }
}
