# Answers: whoever gets that far has a shell on the host.

ping_look() {
    return 0
}
