import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

interface FailureProps {
	readonly message: string;
	readonly onRetry?: () => void;
}

/** What could not be read, why, and a way on. */
export const Failure = ( { message, onRetry }: FailureProps ) => (
	<Notice status="error" isDismissible={ false } className="causeway-notice">
		<p>{ message }</p>
		{ onRetry && (
			<Button variant="secondary" size="compact" onClick={ onRetry }>
				{ __( 'Try again', 'causeway' ) }
			</Button>
		) }
	</Notice>
);

/** Shown above something that is older than it could be. */
export const Stale = ( { because }: { readonly because: string } ) =>
	because === '' ? null : (
		<Notice status="warning" isDismissible={ false } className="causeway-notice">
			<p>
				{ __( 'This may be out of date.', 'causeway' ) } { because }
			</p>
		</Notice>
	);
