/** Tests of background work. */
@NullMarked
package org.carillon.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
