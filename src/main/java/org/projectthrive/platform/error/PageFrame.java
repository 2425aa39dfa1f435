package org.projectthrive.platform.error;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.ModelAndView;

/**
 * What a page has around its own words, such as the bar of whoever is signed in: pages of
 * errors have it, too, so that they are no dead end.
 */
public interface PageFrame {

	void around(ModelAndView page, HttpServletRequest request);

}
