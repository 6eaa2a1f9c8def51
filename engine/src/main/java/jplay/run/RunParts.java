package jplay.run;

import jplay.callback.Callback;
import jplay.config.Settings;
import jplay.inventory.Inventory;
import jplay.module.ModuleCatalog;
import jplay.playbook.load.PlaybookLoader;
import jplay.template.Templar;

/**
 * What a run is made of.
 *
 * @param modules without the actions, which are the engine's own
 * @param loader the one that loaded the playbook; it loads what tasks include
 */
public record RunParts(
        Settings settings,
        Inventory inventory,
        ModuleCatalog modules,
        PlaybookLoader loader,
        Templar templar,
        Callback callback,
        Terminal terminal) {}
