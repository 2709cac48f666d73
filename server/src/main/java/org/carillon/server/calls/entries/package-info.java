/** The entries by which flows lead calls to users, numbers and other flows; no call goes round. */
@NullMarked
package org.carillon.server.calls.entries;

import org.jspecify.annotations.NullMarked;
