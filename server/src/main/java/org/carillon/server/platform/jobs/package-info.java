/** Background work: sweeps over due rows, each done at least once by one node or another. */
@NullMarked
package org.carillon.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
