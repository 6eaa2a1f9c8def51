package jplay.value;

/** The value of {@code omit}: the key, argument or list item that holds it is left out. */
public enum Omit {
    OMIT;

    @Override
    public String toString() {
        return "<<Omit>>";
    }
}
