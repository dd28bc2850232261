import { Icon } from '@wordpress/components';
import { __, isRTL } from '@wordpress/i18n';
import { arrowLeft, arrowRight } from '@wordpress/icons';

import { ViewLink } from '../../routing/navigation';
import { wholeCatalog } from '../../routing/view';

export const BackToCatalog = () => (
	<p className="causeway-back">
		<ViewLink to={ { screen: 'catalog', ...wholeCatalog } }>
			<Icon icon={ isRTL() ? arrowRight : arrowLeft } size={ 20 } />
			{ __( 'Whole catalog', 'causeway' ) }
		</ViewLink>
	</p>
);
