/** Identity: organizations, principals, their policies and access keys, and the vault. */
@NullMarked
package org.carillon.platform.identity;

import org.jspecify.annotations.NullMarked;
