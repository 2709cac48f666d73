/** Hunt groups and auto attendants: their settings, schedules and turns. */
@NullMarked
package org.carillon.server.calls.flows;

import org.jspecify.annotations.NullMarked;
