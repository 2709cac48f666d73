/** Tests of background work. */
@NullMarked
package org.carillon.platform.jobs;

import org.jspecify.annotations.NullMarked;
