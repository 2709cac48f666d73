/** Settings: their sources, their rules, and a validated record for each part of the program. */
@NullMarked
package org.carillon.app.settings;

import org.jspecify.annotations.NullMarked;
