package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with {@code async}, from their start to their results. */
class BackgroundJobTests {
    @TempDir Path folder;

    private WholeRun run(String tasks) throws IOException {
        var playbook =
                """
                - hosts: h1
                  gather_facts: false
                  environment: {ANSIBLE_ASYNC_DIR: "{{ playbook_dir }}/jobs"}
                  tasks:
                """;
        return WholeRun.of(folder, playbook + tasks.indent(4));
    }

    @Test
    void waitsForAJob() throws IOException {
        var run =
                run(
                        """
                        - command: sh -c 'echo out; echo err >&2; exit 3'
                          async: 20
                          poll: 1
                          register: r
                          ignore_errors: true
                        - assert: {that: [r.rc == 3, r.stdout == 'out', r.stderr == 'err', r is finished, r.delta]}
                        - shell: sleep 600
                          async: 1
                          poll: 1
                          register: r
                          ignore_errors: true
                        - assert: {that: [r is failed, r.msg == 'Timeout exceeded', r.child_pid > 0]}
                        """);
        assertEquals(ExitCode.OK, run.code(), run.all());
        assertTrue(run.output().contains("ASYNC FAILED on h1: jid=j"), run.all());
    }

    @Test
    void looksLaterAtJobsThatNobodyWaitedFor() throws IOException {
        var run =
                run(
                        """
                        - shell: sleep {{ item }}; echo {{ item }}
                          async: 60
                          poll: 0
                          loop: [1, 0]
                          register: started
                        - async_status: {jid: "{{ started.results[0].ansible_job_id }}"}
                          register: first
                        - assert: {that: [not first.finished, first.started, not first is changed]}
                        - async_status: {jid: "{{ item.ansible_job_id }}"}
                          loop: "{{ started.results }}"
                          register: ended
                          until: ended is finished
                          retries: 50
                          delay: 0.2
                        - assert: {that: ["ended.results | map(attribute='stdout') == ['1', '0']"]}
                        - async_status: {jid: "{{ started.results[0].ansible_job_id }}", mode: cleanup}
                          register: erased
                        - assert: {that: ["erased.erased == started.results[0].results_file"]}
                        - async_status: {jid: gone}
                          register: gone
                          failed_when: gone.msg != 'could not find job'
                        """);
        assertEquals(ExitCode.OK, run.code(), run.all());
    }

    @Test
    void predictsInCheckModeAndRefusesActions() throws IOException {
        var run =
                run(
                        """
                        - command: touch {{ playbook_dir }}/touched
                          async: 20
                          poll: 1
                          check_mode: true
                          register: r
                        - stat: {path: "{{ playbook_dir }}/touched"}
                          register: s
                        - assert: {that: [r is skipped, not s.stat.exists]}
                        - debug: {msg: x}
                          async: 5
                        """);
        assertEquals(ExitCode.FAILED, run.code(), run.all());
        assertTrue(run.output().contains("This action (debug) does not support async."), run.all());
    }
}
