package org.carillon.server.inventory.history;

import org.carillon.api.model.PhoneNumberAssignment;
import org.carillon.platform.pages.TimeCursor;

/** An assignment as clients see it, and the place behind it. */
record HistoryRow(TimeCursor cursor, PhoneNumberAssignment view) {}
