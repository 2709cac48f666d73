/** Drives a server of its own over loopback and measures it beside what it stands on. */
@NullMarked
package org.carillon.bench;

import org.jspecify.annotations.NullMarked;
