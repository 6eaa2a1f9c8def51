package jplay.vars;

/**
 * Where variables come from, weakest first: the order that Ansible documents.
 *
 * <p>Above all of them stand loop variables, and names that cannot be overridden such as {@code
 * playbook_dir}.
 */
public enum VariablePrecedence {
    /** Values of the command line that are no variables, such as {@code -u}. */
    COMMAND_LINE_VALUES,
    /** {@code defaults/} of the play's roles, then of the task's own. */
    ROLE_DEFAULTS,
    /** What sources of the inventory give to groups, {@code all} first, deeper groups later. */
    INVENTORY_GROUP_VARS,
    /** {@code group_vars/all} beside the inventory. */
    INVENTORY_GROUP_VARS_ALL_FILES,
    /** {@code group_vars/all} beside the playbook. */
    PLAYBOOK_GROUP_VARS_ALL_FILES,
    /** {@code group_vars/NAME} beside the inventory. */
    INVENTORY_GROUP_VARS_FILES,
    /** {@code group_vars/NAME} beside the playbook. */
    PLAYBOOK_GROUP_VARS_FILES,
    /**
     * What sources of the inventory give to hosts; also {@code inventory_hostname} and {@code
     * group_names}.
     */
    INVENTORY_HOST_VARS,
    /** {@code host_vars/NAME} beside the inventory. */
    INVENTORY_HOST_VARS_FILES,
    /** {@code host_vars/NAME} beside the playbook. */
    PLAYBOOK_HOST_VARS_FILES,
    /** Facts, and {@code set_fact} with {@code cacheable}. */
    FACTS,
    /** {@code vars} of the play. */
    PLAY_VARS,
    /** {@code vars_prompt} of the play. */
    PLAY_VARS_PROMPT,
    /** {@code vars_files} of the play. */
    PLAY_VARS_FILES,
    /** {@code vars/} of the play's roles, then of the task's own, then {@code vars} given to it. */
    ROLE_VARS,
    /** {@code vars} of blocks, outermost first. */
    BLOCK_VARS,
    /** {@code vars} of the task. */
    TASK_VARS,
    /** {@code include_vars}. */
    INCLUDE_VARS,
    /** {@code set_fact} and {@code register}. */
    SET_FACTS,
    /** Parameters given where a role was asked for. */
    ROLE_PARAMETERS,
    /** {@code vars} given where tasks were included. */
    INCLUDE_PARAMETERS,
    /** {@code -e}. */
    EXTRA_VARS
}
