import { Button, Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { external, lifesaver, scheduled, tool, update, shield } from '@wordpress/icons';

import { applicabilityWord, waitWord } from './words';

import type { Applicability } from '../data/types';

const icons: Readonly< Record< Applicability, JSX.Element > > = {
	automatic: update,
	confirm: shield,
	guided: tool,
	wait: scheduled,
	escalate: lifesaver,
};

interface StepLinkProps {
	readonly link: { readonly label: string; readonly url: string | null; readonly menuPath: string };
}

/** Whether what the step needs is a screen of ours. */
const isHere = ( { menuPath }: StepLinkProps[ 'link' ] ): boolean => menuPath.startsWith( 'Causeway → ' );

interface ApplicabilityNoteProps {
	readonly applicability: Applicability;
	readonly systemTitle: string;
	readonly waitMinutes: number | null;
	readonly link: StepLinkProps[ 'link' ] | null;
}

/** How far the step may be trusted to a machine, as words; the icon only repeats it. */
export const ApplicabilityNote = ( { applicability, systemTitle, waitMinutes, link }: ApplicabilityNoteProps ) => (
	<span className="causeway-applicability">
		<Icon icon={ icons[ applicability ] } size={ 18 } />
		{ applicability === 'wait' && waitMinutes !== null
			? waitWord( waitMinutes )
			: applicabilityWord( applicability, link !== null && isHere( link ) ? 'Causeway' : systemTitle ) }
	</span>
);

/** A deep link into the other system, or to the screen of ours; nothing where only the way through its menus is known. */
export const StepLink = ( { link }: StepLinkProps ) => {
	if ( link.url === null || link.url === '' ) {
		return null;
	}
	return isHere( link ) ? (
		<Button variant="secondary" size="compact" href={ link.url }>
			{ link.label }
		</Button>
	) : (
		<Button variant="secondary" size="compact" href={ link.url } target="_blank" rel="noopener noreferrer" icon={ external } iconPosition="right">
			{ link.label }
			<span className="screen-reader-text">{ __( '(opens in a new tab)', 'causeway' ) }</span>
		</Button>
	);
};

/** The way through menus, in words. A path that begins with “In” says itself where: a step may lie in the portal before the system. */
export const MenuPath = ( { link, systemTitle }: StepLinkProps & { readonly systemTitle: string } ) =>
	link.menuPath === '' ? null : (
		<p className="causeway-step__menu-path">
			{ link.menuPath.startsWith( 'In ' ) || isHere( link )
				? link.menuPath
				: /* translators: 1: name of a product, such as Zoho CRM, 2: names of menus, one after the other. */
				  sprintf( __( 'In %1$s: %2$s', 'causeway' ), systemTitle, link.menuPath ) }
		</p>
	);

interface ReadStep {
	readonly step: string;
	readonly title: string;
	readonly body: string;
	readonly applicability: Applicability;
	readonly waitMinutes: number | null;
	readonly link: StepLinkProps[ 'link' ] | null;
	/** A sentence before the step's own; '' for none. */
	readonly note: string;
}

/** A fix path to read, where there is no case in which its steps could be done. */
export const ReadSteps = ( { steps, systemTitle }: { readonly steps: readonly ReadStep[]; readonly systemTitle: string } ) => (
	<ol className="causeway-steps">
		{ steps.map( ( step, index ) => (
			<li key={ step.step } className="causeway-step">
				<span className="causeway-step__marker" aria-hidden="true">
					{ index + 1 }
				</span>
				<div className="causeway-step__content">
					<h3 className="causeway-step__title">{ step.title }</h3>
					<ApplicabilityNote applicability={ step.applicability } systemTitle={ systemTitle } waitMinutes={ step.waitMinutes } link={ step.link } />
					{ step.note !== '' && <p className="causeway-step__why-not">{ step.note }</p> }
					<p>{ step.body }</p>
					{ step.link !== null && (
						<>
							<MenuPath link={ step.link } systemTitle={ systemTitle } />
							<div className="causeway-step__actions">
								<StepLink link={ step.link } />
							</div>
						</>
					) }
				</div>
			</li>
		) ) }
	</ol>
);
