import { createContext, useCallback, useContext, useEffect, useMemo, useState } from '@wordpress/element';

import { boot } from '../data/boot';
import { addressOf, viewOf } from './view';

import type { ReactNode } from 'react';
import type { View } from './view';

interface Navigation {
	readonly view: View;
	/** `replace` leaves no step in the history: for a view that is being narrowed, not left. */
	readonly go: ( view: View, how?: 'push' | 'replace' ) => void;
	/** Whether the screen came by a link in the page, so that its heading should take the focus that a page load would have moved. */
	readonly hasNavigated: boolean;
}

const NavigationContext = createContext< Navigation | null >( null );

export const useNavigation = (): Navigation => {
	const navigation = useContext( NavigationContext );
	if ( navigation === null ) {
		throw new Error( 'useNavigation() outside of <NavigationProvider>' );
	}
	return navigation;
};

export const NavigationProvider = ( { children }: { readonly children: ReactNode } ) => {
	const [ view, setView ] = useState( () => viewOf( window.location.search ) );
	const [ hasNavigated, setHasNavigated ] = useState( false );

	useEffect( () => {
		const onPopState = () => {
			setHasNavigated( true );
			setView( viewOf( window.location.search ) );
		};
		window.addEventListener( 'popstate', onPopState );
		return () => window.removeEventListener( 'popstate', onPopState );
	}, [] );

	const go = useCallback( ( next: View, how: 'push' | 'replace' = 'push' ) => {
		const address = addressOf( next, boot().pageUrl );
		if ( how === 'replace' ) {
			window.history.replaceState( null, '', address );
		} else {
			window.history.pushState( null, '', address );
			window.scrollTo( 0, 0 );
		}
		setHasNavigated( true );
		setView( next );
	}, [] );

	useMenuLinks( view, go );

	const navigation = useMemo( () => ( { view, go, hasNavigated } ), [ view, go, hasNavigated ] );
	return <NavigationContext.Provider value={ navigation }>{ children }</NavigationContext.Provider>;
};

/** A click that the browser should handle itself: a new tab, a download, another button. */
const isForBrowser = ( event: MouseEvent | React.MouseEvent ): boolean =>
	event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

interface ViewLinkProps {
	readonly to: View;
	readonly className?: string;
	readonly isCurrent?: boolean;
	readonly children: ReactNode;
}

/** A real link, so that it can be copied or opened in a tab; a plain click stays in the page. */
export const ViewLink = ( { to, className, isCurrent = false, children }: ViewLinkProps ) => {
	const { go } = useNavigation();
	return (
		<a
			href={ addressOf( to, boot().pageUrl ) }
			className={ className }
			aria-current={ isCurrent ? 'page' : undefined }
			onClick={ ( event ) => {
				if ( ! isForBrowser( event ) ) {
					event.preventDefault();
					go( to );
				}
			} }
		>
			{ children }
		</a>
	);
};

/** The menu's entry under which a view stands. */
const menuOf = ( view: View ): View[ 'screen' ] => {
	switch ( view.screen ) {
		case 'case':
			return 'cases';
		case 'incident':
			return 'incidents';
		case 'entry':
			return 'catalog';
		default:
			return view.screen;
	}
};

/** WordPress drew the admin menu and its help for the screen that was loaded; both follow when the screen changes without a load. */
const useMenuLinks = ( view: View, go: Navigation[ 'go' ] ): void => {
	const screen = menuOf( view );

	useEffect( () => {
		for ( const link of menuLinks() ) {
			const isCurrent = menuOf( viewOf( link.search ) ) === screen;
			link.classList.toggle( 'current', isCurrent );
			link.parentElement?.classList.toggle( 'current', isCurrent );
			if ( isCurrent ) {
				link.setAttribute( 'aria-current', 'page' );
			} else {
				link.removeAttribute( 'aria-current' );
			}
		}
		for ( const about of document.querySelectorAll< HTMLElement >( '[data-causeway-screen]' ) ) {
			about.hidden = about.dataset.causewayScreen !== screen;
		}
	}, [ screen ] );

	useEffect( () => {
		const onClick = ( event: MouseEvent ) => {
			const link = event.target instanceof Element ? event.target.closest( 'a' ) : null;
			// On a phone the menu lies over the page and closes only by a load.
			const isOverPage = document.querySelector( '.wp-responsive-open' ) !== null;
			if ( link !== null && menuLinks().includes( link ) && ! isOverPage && ! isForBrowser( event ) ) {
				event.preventDefault();
				go( viewOf( link.search ) );
			}
		};
		document.addEventListener( 'click', onClick );
		return () => document.removeEventListener( 'click', onClick );
	}, [ go ] );
};

const menuLinks = (): readonly HTMLAnchorElement[] =>
	Array.from( document.querySelectorAll< HTMLAnchorElement >( '#toplevel_page_causeway .wp-submenu a' ) );
