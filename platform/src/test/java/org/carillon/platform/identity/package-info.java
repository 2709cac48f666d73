/** Suites of organizations, principals, policies, access keys and the vault. */
@NullMarked
package org.carillon.platform.identity;

import org.jspecify.annotations.NullMarked;
