/**
 * Stories that run through several features, on both engines, with a clock that tests move. What
 * the API answers may be null by its model everywhere; here a null fails the test, which is what it
 * is for.
 */
@NullUnmarked
package org.carillon.server;

import org.jspecify.annotations.NullUnmarked;
