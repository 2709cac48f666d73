/** Background work: sweeps over due rows, each done at least once by one node or another. */
@NullMarked
package org.carillon.platform.jobs;

import org.jspecify.annotations.NullMarked;
