package jplay.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.value.Json;

/**
 * A task, what is done to the host before it, and where it may differ from Ansible.
 *
 * @param differs what jplay is not meant to answer as Ansible does, with the reasons
 */
record ServiceCase(String name, String given, String task, Map<String, String> differs) {
    ServiceCase {
        differs = Map.copyOf(differs);
    }

    static ServiceCase of(Map<?, ?> written) {
        var differs = new LinkedHashMap<String, String>();
        if (written.get("differs") instanceof Map<?, ?> reasons) {
            reasons.forEach((what, why) -> differs.put(what.toString(), why.toString()));
        }
        return new ServiceCase(
                written.get("case").toString(),
                written.containsKey("given") ? written.get("given").toString() : "true",
                written.get("task").toString(),
                differs);
    }

    /** Plays it in check mode, for good and again, and writes the answer to a file. */
    String tasks(int number) {
        var text = new StringBuilder("    - shell: ");
        text.append(quoted("sh /prepare.sh; " + given + "; true")).append('\n');
        for (var turn : Answer.TURNS) {
            text.append("    - ").append(task).append("\n      register: ").append(turn);
            text.append("\n      ignore_errors: true\n      check_mode: ");
            text.append(turn.equals("check")).append('\n');
        }
        text.append("    - shell: sh /look.sh | grep -vxFf /run/probe.before\n");
        text.append("      register: after\n      failed_when: false\n");
        text.append("    - delegate_to: localhost\n      connection: local\n      copy:\n");
        text.append("        dest: '{{ playbook_dir }}/%d.json'\n".formatted(number));
        text.append("        content: '{{ {\"check\": check, \"first\": first, \"again\": again,");
        return text.append(" \"after\": after.stdout_lines} | to_json }}'\n").toString();
    }

    private static String quoted(String text) {
        return Json.write(text, Json.Style.PLAIN);
    }

    /** A playbook of some of them, by their numbers. */
    static String playbook(List<ServiceCase> cases, List<Integer> numbers) {
        var text = new StringBuilder("- hosts: units\n  gather_facts: false\n  tasks:\n");
        numbers.forEach(number -> text.append(cases.get(number).tasks(number)));
        return text.toString();
    }
}
