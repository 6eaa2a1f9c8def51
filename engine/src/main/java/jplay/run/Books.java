package jplay.run;

import jplay.result.CustomStats;
import jplay.result.Tally;

/** What is written down while a run goes on: the counts, and which hosts are out. */
record Books(Tally tally, HostLedger ledger, CustomStats stats) {}
