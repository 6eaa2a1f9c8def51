package jplay.template.ansible.schema;

/** What one keyword of schemas asks. */
@FunctionalInterface
interface Keyword {
    void check(Check check);

    /** The same, asked only of values of a type. */
    default Keyword of(String type) {
        return check -> {
            if (Values.isType(check.checker().draft(), check.value(), type)) {
                check(check);
            }
        };
    }
}
