@NullMarked
package org.carillon.server.ledger;

import org.jspecify.annotations.NullMarked;
