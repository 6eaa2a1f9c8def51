package jplay.task;

import jplay.module.ModuleCatalog;
import jplay.task.keyword.Controller;
import jplay.task.keyword.TaskDefaults;
import jplay.template.Templar;

/** All that tasks of a run have in common. */
public record TaskServices(
        Templar templar,
        ModuleCatalog modules,
        ActionCatalog actions,
        TaskScopes scopes,
        Reach reach,
        Controller controller,
        TaskDefaults defaults) {}
