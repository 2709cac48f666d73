@NullMarked
package org.carillon.app.web;

import org.jspecify.annotations.NullMarked;
